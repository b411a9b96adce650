/** The words of a paper's HTML, without the brackets of a reading. */
export const htmlText = (html: string): string =>
  html
    .replace(/<rp>.*?<\/rp>/g, '')
    .replace(/<[^>]*>/g, '')
    .replace(/&#(\d+);/g, (_, code: string) => String.fromCharCode(Number(code)));
