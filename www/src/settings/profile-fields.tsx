// The county's own profile on the settings screen: a file is opened, its plain fields are edited, and it is saved to be handed on.
import { useRef, useState } from "preact/hooks";

import { checkSoon } from "../editor/checking";
import type { Profile } from "../engine/contract";
import { download } from "../export/download";
import { Choices } from "../shell/kit/choices";
import { FileInput } from "../shell/kit/file-input";
import { carried } from "../shell/state/carried";
import { chosenProfile, ownProfile, ruleSettings } from "../shell/state/preferences";
import { words } from "../words";
import { withProfile } from "./carried";
import { faultOf, type Fields, fieldsOf, levelIds, profileFrom, profileOf, profileText, textOf } from "./profile";

const FILE = "gouji.json";

export function ProfileFields() {
  const said = words.value.profile;
  const names = new Map(words.value.source.levels);
  const [fields, setFields] = useState<Fields>(() => fieldsOf(ownProfile.value, names));
  const [rules, setRules] = useState(ownProfile.value?.rules ?? {});
  const [told, setTold] = useState<{ wrong: boolean; words: string }>({ wrong: false, words: "" });
  // What is shown when the screen opens stays shown when nothing is asked for any more.
  const [opened] = useState(ownProfile.value !== null || carried.value !== null);
  const chooser = useRef<HTMLInputElement>(null);
  const pageChooser = useRef<HTMLInputElement>(null);
  const set = (change: Partial<Fields>) => setFields({ ...fields, ...change });
  const show = (profile: Profile | null) => {
    setFields(fieldsOf(profile, names));
    setRules(profile?.rules ?? {});
  };
  const wrong = (sentence: string) => setTold({ wrong: true, words: sentence });

  /** Puts a profile in force, unless the engine would refuse it. */
  const take = async (profile: Profile | null, sentence: string): Promise<boolean> => {
    const fault = profile ? await faultOf(JSON.stringify(profile)).catch(() => said.cannotTry) : "";
    if (fault) {
      wrong(fault.replace(/^第1行：/, ""));
      return false;
    }
    chosenProfile.value = profile;
    setTold({ wrong: false, words: sentence });
    checkSoon();
    return true;
  };
  const written = () => profileOf(fields, rules, names);
  const open = async (file: File) => {
    const text = (await textOf(file)).replace(/^\ufeff/, "");
    const fault = await faultOf(text).catch(() => said.cannotTry);
    if (fault) return wrong(said.refused(file.name, fault));
    const profile = profileFrom(text);
    show(profile);
    await take(profile, said.opened(file.name));
  };
  const save = async () => {
    const profile = written() ?? {};
    if (await take(profile, said.saved)) download(new Blob([profileText(profile)], { type: "application/json" }), FILE);
  };
  const clear = () => {
    show(null);
    void take(null, said.cleared);
  };
  /** Makes a copy of the page with what the fields say inside. */
  const putInto = async (file: File) => {
    const profile = written() ?? {};
    const page = withProfile(await textOf(file), profile);
    if (page === null) return wrong(said.noPage(file.name));
    if (await take(profile, said.intoPage(file.name))) download(new Blob([page], { type: "text/html" }), file.name);
  };
  const takeCarried = (profile: Profile) => {
    chosenProfile.value = undefined;
    show(profile);
    setTold({ wrong: false, words: said.used });
    checkSoon();
  };
  const inPage = carried.value && "profile" in carried.value ? carried.value.profile : null;
  const area = (key: "figures" | "prescribed" | "bodies") => (
    <label>
      {said.fields[key]}
      <textarea rows={3} value={fields[key]} data-testid={`profile-${key}`} onInput={(event) => set({ [key]: event.currentTarget.value })} />
    </label>
  );
  return (
    <details class="profile" data-testid="profile" open={opened}>
      <summary>{said.title}</summary>
      <p class="fine">{said.what}</p>
      {inPage ? (
        <p data-testid="profile-carried">
          {said.carried(inPage.name ?? "", chosenProfile.value === undefined)}{" "}
          {chosenProfile.value === undefined ? null : (
            <button type="button" data-testid="button-profile-carried" onClick={() => takeCarried(inPage)}>
              {said.takeCarried}
            </button>
          )}
        </p>
      ) : null}
      <label>
        {said.fields.name}
        <input value={fields.name} data-testid="profile-name" onInput={(event) => set({ name: event.currentTarget.value })} />
      </label>
      <label>
        {said.fields.blankCells}
        <select value={fields.blankCells} data-testid="profile-blank" onChange={(event) => set({ blankCells: event.currentTarget.value })}>
          <Choices list={said.blankCells} />
        </select>
      </label>
      <fieldset>
        <legend>{said.fields.deadlines}</legend>
        {levelIds.map((level) => (
          <label key={level}>
            {names.get(level)}
            <input
              size={6}
              placeholder="01-20"
              value={fields.deadlines[level] ?? ""}
              data-testid={`profile-deadline-${level}`}
              onInput={(event) => set({ deadlines: { ...fields.deadlines, [level]: event.currentTarget.value } })}
            />
          </label>
        ))}
      </fieldset>
      {area("figures")}
      {area("prescribed")}
      {area("bodies")}
      <p>
        {said.rules(Object.keys(rules).length)}{" "}
        <button type="button" data-testid="button-profile-rules" onClick={() => setRules(ruleSettings.value)}>
          {said.takeRules}
        </button>
      </p>
      <p class={told.wrong ? "wrong" : ""} role="status" data-testid="profile-said">
        {told.words}
      </p>
      <p class="profile-tools">
        <button type="button" data-testid="button-profile-use" onClick={() => void take(written(), said.used)}>
          {said.use}
        </button>
        <button type="button" data-testid="button-profile-open" onClick={() => chooser.current?.click()}>
          {said.open}
        </button>
        <button type="button" data-testid="button-profile-save" onClick={() => void save()}>
          {said.save}
        </button>
        <button type="button" data-testid="button-profile-clear" onClick={clear}>
          {said.clear}
        </button>
        <FileInput chooser={chooser} accept=".json" name="profile-file" take={([file]) => void open(file!)} />
      </p>
      <p class="fine">{said.pageWhat}</p>
      <p class="profile-tools">
        <button type="button" data-testid="button-profile-page" onClick={() => pageChooser.current?.click()}>
          {said.page}
        </button>
        <FileInput chooser={pageChooser} accept=".html" name="profile-page" take={([file]) => void putInto(file!)} />
      </p>
    </details>
  );
}
