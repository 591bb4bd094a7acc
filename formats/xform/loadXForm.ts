import type { Result } from '../../core/kernel/index.ts';
import { err, ok } from '../../core/kernel/index.ts';
import { readXForm } from '../../core/questionnaire/index.ts';
import type { Definition, XFormFinding } from '../../core/questionnaire/index.ts';
import { parseXml } from '../xml/parseXml.ts';
import type { ExternalChoices } from './externalChoices.ts';

export interface LoadedXForm {
  readonly definition: Definition;
  readonly findings: readonly XFormFinding[];
}

/** An XForm's XML as a definition. */
export function loadXForm(xml: string, external: ExternalChoices = {}): Result<LoadedXForm, string> {
  const html = parseXml(xml);
  if (!html.ok) return html;
  const { definition, findings } = readXForm(html.value, external);
  if (definition !== null) return ok({ definition, findings });
  return err(findings.map(({ place, message }) => `${place}: ${message}`).join('\n'));
}
