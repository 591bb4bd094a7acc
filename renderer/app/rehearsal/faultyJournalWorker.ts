// In this order: the orders are listened to before the questions are.
import './faultyJournalFiles.ts';
import '../../platform/journal/journalWorker.ts';
