import type { Route } from '../route.ts';
import { accountActRoutes } from './accountActs.tsx';
import { accountRoutes } from './accounts.tsx';
import { administrationRoutes } from './administration.tsx';
import { auditRoutes } from './audit.tsx';
import { calendarRoutes } from './calendars.ts';
import { caseRoutes } from './cases.tsx';
import { commandRoutes } from './commands.tsx';
import { correctionRoutes } from './correction.tsx';
import { draftRoutes } from './drafts.tsx';
import { effortRoutes } from './effort.tsx';
import { feeRoutes } from './fees.tsx';
import { figureRoutes } from './figures.tsx';
import { filingRoutes } from './filing.tsx';
import { findingRoutes } from './findings.tsx';
import { formRoutes } from './forms.tsx';
import { howToProposeRoutes } from './howToPropose.tsx';
import { importRoutes } from './importRegister.tsx';
import { ownProposalRoutes } from './ownProposals.tsx';
import { paperRoutes } from './papers.tsx';
import { passwordRoutes } from './password.tsx';
import { publicRoutes } from './public.tsx';
import { sessionRoutes } from './session.tsx';
import { settingsRoutes } from './settings.tsx';
import { setupRoutes } from './setup.tsx';
import { staffRoutes } from './staff.tsx';

/** Every page of the system. What is not in this table does not exist. */
export const routes: readonly Route[] = [
  ...publicRoutes,
  ...calendarRoutes,
  ...formRoutes,
  ...feeRoutes,
  ...howToProposeRoutes,
  ...sessionRoutes,
  ...passwordRoutes,
  ...setupRoutes,
  ...filingRoutes,
  ...draftRoutes,
  ...ownProposalRoutes,
  ...staffRoutes,
  ...correctionRoutes,
  ...importRoutes,
  ...caseRoutes,
  ...paperRoutes,
  ...commandRoutes,
  ...findingRoutes,
  ...figureRoutes,
  ...effortRoutes,
  ...auditRoutes,
  ...administrationRoutes,
  ...accountRoutes,
  ...accountActRoutes,
  ...settingsRoutes,
];
