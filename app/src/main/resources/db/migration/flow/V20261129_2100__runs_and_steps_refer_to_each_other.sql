-- A step is a run's, and a run within another is a step's: whichever is filled first by a restore refers to what comes
-- later in its transaction.
alter table flow.step alter constraint step_run_fkey deferrable;
alter table flow.run alter constraint run_parent_fkey deferrable;
