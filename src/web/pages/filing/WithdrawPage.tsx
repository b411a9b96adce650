import { filingWords } from '../../../messages/filingWords.ts';
import { formWords } from '../../../messages/formWords.ts';
import { Banner } from '../../components/Banner.tsx';
import { Field } from '../../components/Field.tsx';
import { PasswordField } from '../../components/PasswordField.tsx';
import { ownPath } from '../../filing/filingPaths.ts';
import type { Frame } from '../../frame.ts';
import type { OrganCard } from '../../organCard.ts';
import { FilingLayout } from './FilingLayout.tsx';

export interface WithdrawPageProps {
  readonly frame: Frame;
  readonly organ: OrganCard;
  readonly id: string;
  readonly number: string;
  readonly subject: string;
  readonly commandId: string;
  readonly reason: string;
  /** Why the last try was not taken. */
  readonly refusal: string | null;
  /** What was wrong with the password. */
  readonly passwordError: string | null;
}

/** The last look before a proposal is withdrawn. */
export function WithdrawPage(props: WithdrawPageProps) {
  const { frame, organ, id, number, refusal, passwordError } = props;
  const path = ownPath(organ.id, id);
  const trail = [{ href: path, label: filingWords.ownTitle(number) }];
  return (
    <FilingLayout frame={frame} organ={organ} title={filingWords.withdrawTitle} trail={trail}>
      <div class="intro">
        <p class="intro__shoulder">{`${number}　${props.subject}`}</p>
        <h1>{filingWords.withdrawTitle}</h1>
      </div>
      {refusal && (
        <Banner tone="error" title={formWords.refusedTitle}>
          <p>{refusal}</p>
        </Banner>
      )}
      <Banner tone="warning" title={formWords.confirmFinal}>
        <p>{filingWords.withdrawLead}</p>
      </Banner>
      <form class="form" method="post" action={`${path}/withdraw`}>
        <input type="hidden" name="commandId" value={props.commandId} />
        <Field
          name="reason"
          label={filingWords.withdrawReason}
          isNeeded
          hint={filingWords.withdrawReasonHint}
          control={(ties) => (
            <textarea class="input input--line" rows={3} {...ties} required={false}>
              {props.reason}
            </textarea>
          )}
        />
        <PasswordField error={passwordError} />
        <div class="actions">
          <button class="button button--main" type="submit">
            {filingWords.withdrawGive}
          </button>
          <a class="button" href={path}>
            {filingWords.withdrawBack}
          </a>
        </div>
      </form>
    </FilingLayout>
  );
}
