import * as z from 'zod/mini';
import { fail, succeed, type Outcome } from '../outcome.ts';
import {
  isUserFunctionName,
  userFunctionNames,
  userFunctions,
  type UserFunction,
  type UserFunctionArgs,
  type UserFunctionName,
} from './user-functions.ts';
import { kindSchemas } from './value-kinds.ts';

/** A call whose name and arguments were checked against the table. */
export type CheckedCall = {
  [Name in UserFunctionName]: { readonly name: Name; readonly args: UserFunctionArgs<Name> };
}[UserFunctionName];

const schemas = new Map<UserFunctionName, z.ZodMiniType>(
  userFunctionNames.map((name) => [name, argumentSchema(userFunctions[name])]),
);

function argumentSchema(row: UserFunction): z.ZodMiniType {
  return z.strictObject(
    Object.fromEntries(
      Object.entries(row.parameters).map(([key, parameter]) => {
        const schema = kindSchemas[parameter.kind];
        return [key, parameter.optional ? z.optional(schema) : schema];
      }),
    ),
  );
}

/** Checks a function's name and its arguments; a function without parameters may be called without any. */
export function checkCall(name: string, args: unknown): Outcome<CheckedCall> {
  if (!isUserFunctionName(name)) {
    return fail('unknown-function', `ISteamUser has no function “${name.slice(0, 80)}”.`, suggestion(name));
  }
  const parsed = z.safeParse(schemas.get(name) ?? z.never(), args ?? {});
  if (!parsed.success) return fail('bad-payload', `${name}: ${describeIssues(parsed.error)}`);
  // The schema was made from the same row as the type.
  return succeed({ name, args: parsed.data } as CheckedCall);
}

/** The name that was meant, where somebody wrote the one of Steam's headers or another case. */
function suggestion(name: string): string | undefined {
  const wanted = name.toLowerCase();
  const meant = userFunctionNames.find(
    (known) => known.toLowerCase() === wanted || userFunctions[known].sdkName.toLowerCase() === wanted,
  );
  return meant && `It is called ${meant} here.`;
}

/** The first problems that a schema found, as one sentence. Values are not repeated: they may be credentials. */
export function describeIssues(error: z.core.$ZodError): string {
  return error.issues
    .slice(0, 3)
    .map(
      (issue) =>
        `${issue.path.length === 0 ? 'payload' : issue.path.join('.')}: ${issue.message || issue.code}`,
    )
    .join('; ');
}
