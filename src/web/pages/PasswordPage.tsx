import { passwordWords } from '../../messages/passwordWords.ts';
import { staffWords } from '../../messages/staffWords.ts';
import { passwordPath } from '../accountPaths.ts';
import { Banner } from '../components/Banner.tsx';
import { Field } from '../components/Field.tsx';
import { Layout } from '../components/Layout.tsx';
import { Mistakes } from '../components/Mistakes.tsx';
import { NewPasswordFields } from '../components/NewPasswordFields.tsx';
import type { Frame } from '../frame.ts';
import type { OrganCard } from '../organCard.ts';

interface PasswordPageProps {
  readonly frame: Frame;
  readonly organ: OrganCard;
  readonly mistakes: ReadonlyMap<string, string>;
  readonly isDone: boolean;
  /** Where the person's work begins. */
  readonly back: string;
}

/** Where a person changes the own password. */
export function PasswordPage({ frame, organ, mistakes, isDone, back }: PasswordPageProps) {
  return (
    <Layout frame={frame} title={passwordWords.title} trail={[{ href: `/organs/${organ.id}`, label: organ.name }]}>
      <div class="intro">
        <h1>{passwordWords.title}</h1>
        <p>{passwordWords.lead}</p>
      </div>
      {isDone && (
        <Banner tone="success" title={passwordWords.done}>
          <p>{passwordWords.doneNext}</p>
        </Banner>
      )}
      <Mistakes title={passwordWords.invalid} mistakes={mistakes} />
      <form class="form" method="post" action={passwordPath(organ.id)} novalidate>
        <Field
          name="current"
          label={passwordWords.current}
          error={mistakes.get('current')}
          control={(ties) => (
            <input class="input input--middle" type="password" autocomplete="current-password" {...ties} />
          )}
        />
        <NewPasswordFields label={passwordWords.next} mistakes={mistakes} />
        <div class="actions">
          <button class="button button--main" type="submit">
            {passwordWords.submit}
          </button>
          <a class="button" href={back}>
            {passwordWords.back}
          </a>
        </div>
      </form>
    </Layout>
  );
}

export type PasswordLinkState =
  | { readonly kind: 'form'; readonly login: string; readonly mistakes: ReadonlyMap<string, string> }
  | { readonly kind: 'used' }
  | { readonly kind: 'done' };

interface PasswordLinkPageProps extends Pick<PasswordPageProps, 'frame' | 'organ'> {
  readonly state: PasswordLinkState;
}

/** Where somebody who forgot the password sets a new one with the one-time link. */
export function PasswordLinkPage({ frame, organ, state }: PasswordLinkPageProps) {
  const signIn = <a href={`/organs/${organ.id}/sign-in`}>{staffWords.signInTitle}</a>;
  return (
    <Layout frame={frame} title={passwordWords.linkTitle} trail={[{ href: `/organs/${organ.id}`, label: organ.name }]}>
      <div class="intro">
        <h1>{passwordWords.linkTitle}</h1>
        {state.kind === 'form' && <p>{passwordWords.linkLead(state.login)}</p>}
      </div>
      {state.kind === 'used' && (
        <Banner tone="error" title={passwordWords.linkUsed}>
          <p>{passwordWords.linkUsedNext}</p>
        </Banner>
      )}
      {state.kind === 'done' && (
        <Banner tone="success" title={passwordWords.linkDone}>
          <p>{passwordWords.linkDoneNext}</p>
          <p>{signIn}</p>
        </Banner>
      )}
      {state.kind === 'form' && <LinkForm {...state} />}
    </Layout>
  );
}

function LinkForm({ login, mistakes }: Omit<Extract<PasswordLinkState, { kind: 'form' }>, 'kind'>) {
  return (
    <>
      <Mistakes title={passwordWords.linkInvalid} mistakes={mistakes} />
      <form class="form" method="post" novalidate>
        <input type="text" name="username" value={login} autocomplete="username" hidden readonly />
        <NewPasswordFields label={passwordWords.next} mistakes={mistakes} />
        <div class="actions">
          <button class="button button--main" type="submit">
            {passwordWords.submit}
          </button>
        </div>
      </form>
    </>
  );
}
