/** Where a file is written, and read back from. */
export interface FilePlace {
  readonly writer: WritableStream<Uint8Array<ArrayBuffer>>;
  /** What lies there now, read anew. */
  reopen(): Promise<File>;
  /** Hands the file to whoever stands there, where it does not lie there already. */
  handOver(): Promise<void>;
  /** Nothing is left of it. */
  discard(): Promise<void>;
}

/** Not every browser that lets choose a place lets remove the file again. */
interface RemovableHandle extends FileSystemFileHandle {
  remove?: () => Promise<void>;
}

interface PickerWindow {
  showSaveFilePicker?: (options: { readonly suggestedName: string }) => Promise<FileSystemFileHandle>;
}

/** Lets the person choose a place; where the browser can't, writes into its own store first and downloads from there. */
export async function choosePlace(name: string): Promise<FilePlace> {
  const pick = (window as PickerWindow).showSaveFilePicker;
  if (pick !== undefined) {
    const handle = await pick.call(window, { suggestedName: name });
    return placeOf(
      handle,
      () => Promise.resolve(),
      async () => (handle as RemovableHandle).remove?.(),
    );
  }
  const root = await navigator.storage.getDirectory();
  const handle = await root.getFileHandle(PASSING, { create: true });
  return placeOf(
    handle,
    async () => download(await handle.getFile(), name),
    () => root.removeEntry(PASSING),
  );
}

/** One at a time; the next overwrites what a closed page has left. */
const PASSING = 'sync-file.part';

async function placeOf(
  handle: FileSystemFileHandle,
  handOver: () => Promise<void>,
  discard: () => Promise<void>,
): Promise<FilePlace> {
  const writer = (await handle.createWritable()) as WritableStream<Uint8Array<ArrayBuffer>>;
  return { writer, reopen: () => handle.getFile(), handOver, discard };
}

function download(file: File, name: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(file);
  link.download = name;
  link.click();
  // The browser goes on reading from it for as long as it saves.
  setTimeout(() => URL.revokeObjectURL(link.href), 10 * 60_000);
}
