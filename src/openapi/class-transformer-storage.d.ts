/** What class-transformer knows of each class; its package has no types for it. */
declare module 'class-transformer/cjs/storage.js' {
  interface TypeMetadata {
    typeFunction: () => unknown;
  }

  export const defaultMetadataStorage: {
    findTypeMetadata(target: object, property: string): TypeMetadata | undefined;
  };
}
