/** Asking a worker: each question has one answer, which comes under its number. */

/** Questions by name, each with what it asks and what is answered. */
export type QuestionTypes = {
  readonly [name: string]: { readonly asks: unknown; readonly answers: unknown };
};

/** A question on its way. */
export interface Asked {
  readonly kind: 'ask';
  readonly id: number;
  readonly name: string;
  readonly asks: unknown;
}

export type Reply =
  | { readonly kind: 'reply'; readonly id: number; readonly ok: true; readonly answer: unknown }
  | { readonly kind: 'reply'; readonly id: number; readonly ok: false; readonly error: string };

/** The worker's side: the answer to a question, or why there is none. What is asked under a name is that name's question. */
export async function replyTo(
  answers: Readonly<Record<string, (asks: never) => unknown>>,
  { id, name, asks }: Asked,
): Promise<Reply> {
  try {
    const answer = answers[name] as (asks: unknown) => unknown;
    return { kind: 'reply', id, ok: true, answer: await answer(asks) };
  } catch (error) {
    return { kind: 'reply', id, ok: false, error: String(error) };
  }
}

export interface Asking<Q extends { [N in keyof Q]: QuestionTypes[string] }> {
  /** Rejects when the worker failed or was stopped. */
  readonly ask: <N extends keyof Q & string>(name: N, asks: Q[N]['asks']) => Promise<Q[N]['answers']>;
  /**
   * The same for questions of which only the newest matters: while one is being answered the next waits, and one that
   * waits gives way to a newer. Answers null where a newer one has come.
   */
  readonly askNewest: <N extends keyof Q & string>(
    name: N,
    asks: Q[N]['asks'],
  ) => Promise<Q[N]['answers'] | null>;
  readonly take: (reply: Reply) => void;
  /** All that waits, and whatever is asked from now on, is rejected. */
  readonly fail: (error: Error) => void;
}

interface Waiting {
  readonly resolve: (answer: unknown) => void;
  readonly reject: (error: Error) => void;
}

export function createAsking<Q extends { [N in keyof Q]: QuestionTypes[string] }>(
  post: (asked: Asked) => void,
): Asking<Q> {
  const waiting = new Map<number, Waiting>();
  const newest = new Map<string, number>();
  const turns = new Map<string, Promise<unknown>>();
  let last = 0;
  let failure: Error | null = null;

  const ask: Asking<Q>['ask'] = (name, asks) =>
    new Promise((resolve, reject) => {
      if (failure !== null) {
        reject(failure);
        return;
      }
      last += 1;
      // The answer under this id is the one to this question.
      waiting.set(last, { resolve, reject });
      post({ kind: 'ask', id: last, name, asks });
    });

  return {
    ask,
    askNewest: async (name, asks) => {
      const turn = (newest.get(name) ?? 0) + 1;
      newest.set(name, turn);
      const isNewest = (): boolean => newest.get(name) === turn;
      const before = turns.get(name) ?? Promise.resolve();
      const answered = before.then(
        () => (isNewest() ? ask(name, asks) : null),
        () => (isNewest() ? ask(name, asks) : null),
      );
      turns.set(name, answered);
      const answer = await answered;
      return isNewest() ? answer : null;
    },
    take: (reply) => {
      const one = waiting.get(reply.id);
      waiting.delete(reply.id);
      if (reply.ok) one?.resolve(reply.answer);
      else one?.reject(new Error(reply.error));
    },
    fail: (error) => {
      failure ??= error;
      for (const { reject } of waiting.values()) reject(failure);
      waiting.clear();
    },
  };
}
