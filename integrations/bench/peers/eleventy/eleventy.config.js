export default function (config) {
  // The benchmark's folder lies in one that Git leaves out.
  config.setUseGitIgnore(false);
}
