export type Json = string | number | boolean | null | JsonObject | readonly Json[];
export interface JsonObject {
  readonly [member: string]: Json | undefined;
}
