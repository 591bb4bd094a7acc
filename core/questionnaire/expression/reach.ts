/**
 * Which repeat instances a path or name means when it is seen from inside the repeat: `nearest` as usual in XLSForm,
 * `all` in the arguments of indexed-repeat(), which picks by itself.
 */
export type Reach = 'nearest' | 'all';
