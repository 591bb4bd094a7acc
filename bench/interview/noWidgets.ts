/** Enketo's date pickers, maps and drawing boards have no part in the bench. */
// eslint-disable-next-line no-restricted-exports -- enketo-core imports its list of widgets as a default export
export default [];
