// What can be chosen in a list, each by its value and its name.
export function Choices({ list }: { list: readonly (readonly [string, string])[] }) {
  return (
    <>
      {list.map(([value, name]) => (
        <option key={value} value={value}>
          {name}
        </option>
      ))}
    </>
  );
}
