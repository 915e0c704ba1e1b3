import { Axios } from 'axios';

/** An instance of axios' core class. */
export type LeanAxios = InstanceType<typeof Axios>;

/**
 * An Axios that runs the interceptors of the application's `HttpService`, and nothing else of it. Its own defaults
 * (transforms, status check, proxy, agents) have no meaning for our adapter, and merging them into each request costs as
 * much as the request itself.
 * @param instance `HttpService.axiosRef`. Typed by shape: its types come from another build of axios when Nest is ESM.
 */
export function leanAxios(instance: { readonly interceptors: object }): LeanAxios {
  const lean = new Axios();
  // By reference: interceptors that are added later count too.
  lean.interceptors = instance.interceptors as LeanAxios['interceptors'];
  return lean;
}
