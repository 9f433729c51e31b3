import { invoke } from '@forge/bridge';

/** The functions of one resolver as a contract has them: JSON in, JSON out. */
type Functions<Contract> = {
  readonly [Name in keyof Contract]: (input: never) => unknown;
};

/** Calls one function of a contract, with its input, for its answer. Rejects when the call never came back. */
type Invoke<Contract extends Functions<Contract>> = <Name extends keyof Contract & string>(
  name: Name,
  ...input: Parameters<Contract[Name]>
) => Promise<ReturnType<Contract[Name]>>;

/** The functions of this contract, called over the bridge. */
export function invokerOf<Contract extends Functions<Contract>>(): Invoke<Contract> {
  return (name, ...[input]) => answered(name, input);
}

/** The same where every function has an input and its name is only known to the caller. */
export function askerOf<Contract extends Functions<Contract>>() {
  return <Name extends keyof Contract & string>(
    name: Name,
    input: Parameters<Contract[Name]>[0],
  ): Promise<ReturnType<Contract[Name]>> => answered(name, input);
}

/** The bridge's own type knows answers with metadata besides, which come to whoever asked for them. */
function answered<Answer>(name: string, input: object | undefined): Promise<Answer> {
  return invoke<Answer>(name, input) as Promise<Answer>;
}
