declare module 'enketo-core' {
  export class Form {
    constructor(
      form: HTMLFormElement,
      data: { modelStr: string; instanceStr: string | undefined; external: readonly unknown[] },
    );
    /** Problems found while starting. */
    init(): string[];
  }
}
