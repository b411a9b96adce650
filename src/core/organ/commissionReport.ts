/** What is reported to the 個人情報保護委員会 (PPC-1..3). */
export type CommissionReport = 'violation' | 'cancellationIntent' | 'cancelled';
