import { HandleEmptyInListsPlugin, type KyselyPlugin, replaceWithNoncontingentExpression } from "kysely";

/** `in ()` is no SQL: nobody in a list of nobody is nothing found, on both databases. */
export const PLUGINS: KyselyPlugin[] = [
  new HandleEmptyInListsPlugin({ strategy: replaceWithNoncontingentExpression }),
];
