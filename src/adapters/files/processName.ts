import { readFileSync } from 'node:fs';

/**
 * Names a running process as no other ever was: its number, when it began, and the start of the machine.
 * @returns null when there is no process of this number
 */
export function processName(pid: number): string | null {
  try {
    const status = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // After the program's name, which may hold anything, the 20th field is the beginning in ticks of the machine.
    const began = status.slice(status.lastIndexOf(')') + 2).split(' ')[19];
    return `${pid} ${began} ${readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()}`;
  } catch {
    return null;
  }
}
