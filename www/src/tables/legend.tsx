// What the icons and marks in the tables mean.
import type { CellStatus, Report } from "../engine/contract";
import { Icon } from "../shell/kit/icons";
import { findingsOfCells } from "../shell/state/findings";
import { severities } from "../shell/state/severity";
import { words } from "../words";

/** Explains only what occurs. */
export function Legend({ report: found }: { report: Report }) {
  const cells = Object.values(found.cells);
  const has = (status: CellStatus) => cells.some((cell) => cell.status === status);
  const faulty = new Set(
    [...findingsOfCells.value.values()].flatMap((list) => list.map((index) => found.findings[index]?.severity)),
  );
  const { tables } = words.value;
  return (
    <p class="legend">
      {severities
        .filter((severity) => faulty.has(severity))
        .map((severity) => (
          <span key={severity}>
            <Icon name={severity} size={12} />
            {tables.faulty[severity]}
          </span>
        ))}
      {has("uncertain") ? (
        <span>
          <Icon name="uncertain" size={13} />
          {tables.status.uncertain}
        </span>
      ) : null}
      {cells.some((cell) => cell.corrected) ? (
        <span>
          <Icon name="corrected" size={12} />
          {tables.corrected}
        </span>
      ) : null}
      {has("blank") ? (
        <span>
          <i class="sample sample-blank">{tables.blankMark}</i>
          {tables.status.blank}
        </span>
      ) : null}
      {has("missing") ? (
        <span>
          <i class="sample sample-missing">{tables.missingMark}</i>
          {tables.status.missing}
        </span>
      ) : null}
      {has("placeholder") ? (
        <span>
          <i class="sample sample-placeholder">/</i>
          {tables.status.placeholder}
        </span>
      ) : null}
      {has("text") ? (
        <span>
          <i class="sample sample-text">{tables.textMark}</i>
          {tables.status.text}
        </span>
      ) : null}
    </p>
  );
}
