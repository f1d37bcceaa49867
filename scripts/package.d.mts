/** Packages the app for end-to-end tests, never for users, and resolves to its executable. */
export declare function packageForTests(): Promise<string>;
