/** Why a file cannot be read, and where in it: `services.2.name`. */
export type FileFault = {
  readonly code: 'no-json' | 'not-ours' | 'newer' | 'shape' | 'too-large';
  readonly where?: string;
};
