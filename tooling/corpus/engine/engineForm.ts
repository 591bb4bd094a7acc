import { openEngine } from './openEngine.ts';

/** What is used of the engine's nodes; which of the setters there are depends on the kind of node. */
interface EngineNode {
  readonly nodeType: string;
  readonly selectType?: 'select' | 'select1';
  readonly currentState: { readonly reference: string; readonly children: readonly EngineNode[] | null };
  setValue?(value: unknown): void;
  selectValues?(values: readonly string[]): void;
  setValues?(values: readonly string[]): void;
  addInstances?(): void;
}

interface EngineRoot extends EngineNode {
  prepareInstancePayload(options: object): Promise<{ readonly data: readonly [FormData] }>;
}

/** A form as ODK Web Forms' own engine runs it. */
export class EngineForm {
  private constructor(private readonly root: EngineRoot) {}

  /** `attachments`: texts of attached files by name. Throws when the engine cannot load the form. */
  static async load(xform: string, attachments: ReadonlyMap<string, string>): Promise<EngineForm> {
    const { loadForm } = await openEngine();
    const loaded = await loadForm(xform, {
      missingResourceBehavior: 'BLANK',
      fetchFormAttachment: (address) => {
        const text = attachments.get(decodeURIComponent(String(address).split('/').at(-1) ?? ''));
        return Promise.resolve(text === undefined ? new Response('', { status: 404 }) : new Response(text));
      },
    });
    if (loaded.status === 'failure') throw new Error(loaded.error.message);
    const { root } = loaded.createInstance({ stateFactory: <T extends object>(state: T): T => state });
    return new EngineForm(root);
  }

  private find(path: string): EngineNode | undefined {
    const wanted = plainPath(path);
    const work: EngineNode[] = [this.root];
    for (let node = work.pop(); node !== undefined; node = work.pop()) {
      const own = plainPath(node.currentState.reference);
      if (own === wanted && !node.nodeType.startsWith('repeat-range') && node.nodeType !== 'repeat-instance')
        return node;
      work.push(...(node.currentState.children ?? []));
    }
    return undefined;
  }

  /** Gives an answer in XForms' spelling; returns why it could not be given. */
  answer(path: string, text: string): string | undefined {
    const node = this.find(path);
    if (node === undefined) return 'the engine has no such node';
    const words = text.split(' ').filter(Boolean);
    try {
      if (node.selectType === 'select1') node.selectValues?.([text]);
      else if (node.nodeType === 'select') node.selectValues?.(words);
      else if (node.nodeType === 'rank') node.setValues?.(words);
      else if (node.nodeType === 'trigger') node.setValue?.(true);
      else if (node.nodeType === 'input' || node.nodeType === 'range') node.setValue?.(text);
      else return `the engine asks nothing there, but has a ${node.nodeType}`;
      return undefined;
    } catch (error) {
      return error instanceof Error ? error.message : String(error);
    }
  }

  /** Adds an instance behind the others of a repeat. */
  addRepeat(path: string): void {
    const wanted = plainPath(path);
    const work: EngineNode[] = [this.root];
    for (let node = work.pop(); node !== undefined; node = work.pop()) {
      if (node.nodeType === 'repeat-range:uncontrolled' && plainPath(node.currentState.reference) === wanted)
        node.addInstances?.();
      work.push(...(node.currentState.children ?? []));
    }
  }

  async submission(): Promise<string> {
    const { data } = await this.root.prepareInstancePayload({ payloadType: 'monolithic' });
    const file = data[0].get('xml_submission_file');
    if (file === null || typeof file === 'string') throw new Error('there is no submission');
    return file.text();
  }
}

/** The first instance of a repeat may go without its position. */
const plainPath = (path: string): string => path.replaceAll('[1]', '');
