import { administrationWords } from '../../messages/administrationWords.ts';
import { staffWords } from '../../messages/staffWords.ts';
import { Banner } from '../components/Banner.tsx';
import { Field } from '../components/Field.tsx';
import { Layout } from '../components/Layout.tsx';
import { Mistakes } from '../components/Mistakes.tsx';
import { NewPasswordFields } from '../components/NewPasswordFields.tsx';
import type { Frame } from '../frame.ts';
import type { OrganCard } from '../organCard.ts';

export type SetupState =
  | { readonly kind: 'form'; readonly mistakes: ReadonlyMap<string, string> }
  | { readonly kind: 'used' }
  | { readonly kind: 'done'; readonly organ: string };

interface SetupPageProps {
  readonly frame: Frame;
  readonly organs: readonly OrganCard[];
  readonly written: URLSearchParams;
  readonly state: SetupState;
}

/** Where the first administrator registers with the one-time link. */
export function SetupPage({ frame, organs, written, state }: SetupPageProps) {
  return (
    <Layout frame={frame} title={administrationWords.setupTitle}>
      <div class="intro">
        <h1>{administrationWords.setupTitle}</h1>
        {state.kind === 'form' && <p>{administrationWords.setupLead}</p>}
      </div>
      {state.kind === 'used' && (
        <Banner tone="error" title={administrationWords.setupUsed}>
          <p>{administrationWords.setupUsedNext}</p>
        </Banner>
      )}
      {state.kind === 'done' && (
        <Banner tone="success" title={administrationWords.setupDone}>
          <p>{administrationWords.setupDoneNext}</p>
          <p>
            <a href={`/organs/${state.organ}/sign-in`}>{staffWords.signInTitle}</a>
          </p>
        </Banner>
      )}
      {state.kind === 'form' && <SetupForm organs={organs} written={written} mistakes={state.mistakes} />}
    </Layout>
  );
}

interface SetupFormProps {
  readonly organs: readonly OrganCard[];
  readonly written: URLSearchParams;
  readonly mistakes: ReadonlyMap<string, string>;
}

function SetupForm({ organs, written, mistakes }: SetupFormProps) {
  const text = (name: string, label: string, autocomplete: 'username' | 'name') => (
    <Field
      name={name}
      label={label}
      error={mistakes.get(name)}
      control={(ties) => (
        <input
          class="input input--middle"
          type="text"
          autocomplete={autocomplete}
          value={written.get(name) ?? ''}
          {...ties}
        />
      )}
    />
  );
  return (
    <>
      <Mistakes title={administrationWords.setupInvalid} mistakes={mistakes} />
      <form class="form" method="post" novalidate>
        <Field
          name="organ"
          label={administrationWords.setupOrgan}
          error={mistakes.get('organ')}
          control={(ties) => (
            <select class="input input--middle" {...ties}>
              {organs.map(({ id, name }) => (
                <option value={id} selected={written.get('organ') === id}>
                  {name}
                </option>
              ))}
            </select>
          )}
        />
        {text('name', staffWords.accountName, 'name')}
        {text('login', staffWords.login, 'username')}
        <NewPasswordFields label={administrationWords.setupPassword} mistakes={mistakes} />
        <div class="actions">
          <button class="button button--main" type="submit">
            {administrationWords.setupSubmit}
          </button>
        </div>
      </form>
    </>
  );
}
