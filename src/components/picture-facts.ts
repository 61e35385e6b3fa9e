/** Size and format of a picture as people read them: `1080 × 1350, PNG`. */
export function pictureFacts({ src, width, height }: { src: string; width: number; height: number }): string {
  return `\u2066${width} × ${height}\u2069, ${src.split('.').at(-1)!.replace('jpg', 'jpeg').toUpperCase()}`;
}
