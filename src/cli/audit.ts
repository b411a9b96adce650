import type { AuditSource } from '../app/ports/auditLog.ts';
import { exportAudit } from './auditExport.ts';
import { auditVerify } from './auditVerify.ts';
import type { Command } from './command.ts';
import { usages } from './usages.ts';

/** `tokumei audit export`, which reads the database, and `tokumei audit verify`, which reads its file alone. */
export const auditCommand =
  (open: () => Promise<AuditSource>): Command =>
  async ([action, ...args], io) => {
    if (action === 'export') return exportAudit(open, args, io);
    if (action === 'verify') return auditVerify(args, io);
    io.error(usages.audit.usage);
    return 2;
  };
