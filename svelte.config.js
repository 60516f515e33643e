/** Class names are in every page many times: five letters tell components apart as well as fifteen. */
const cssHash = ({ hash, css }) => `s${hash(css).slice(0, 4)}`;

export default {
  compilerOptions: { runes: true, cssHash },
};
