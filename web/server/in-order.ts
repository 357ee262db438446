/** @module An async map that keeps the order and has a bounded number of calls under way. */
export async function* inOrder<T, R>(
  items: AsyncIterable<T>,
  atOnce: number,
  map: (item: T) => Promise<R>,
): AsyncGenerator<R> {
  const underWay: Promise<R>[] = [];
  for await (const item of items) {
    const result = map(item);
    result.catch(() => {}); // met when its turn comes
    underWay.push(result);
    if (underWay.length >= atOnce) yield await (underWay.shift() as Promise<R>);
  }
  for (const result of underWay) yield await result;
}
