"""The room of review: from the search for houses to the commune's submission.

Verbs (each raises `Refused`, `Stale`; the `write_...` beside it opens no change):
- `operations`: save_round, save_returns, name_households, save_survey, save_meeting, remove_meeting;
- `posting_operations`: save_posting, end_posting, remove_posting, save_remark, save_submission, return_submission,
  remove_submission;
- `poverty_operations`: save_poverty_classes;
- `eligibility_operations`: keep_reasons, save_rules.

Questions (all by `queries`, but for eligibility, which stands in `eligibility_queries`):
- rounds, round_sheet, round_draft, survey_draft;
- meetings, meeting_sheet, meeting_draft, cases_to_put_up;
- postings, posting_sheet, posting_draft, cases_to_post, remarks, remark_draft;
- submissions, submission_sheet, submission_draft, cases_to_submit, submission_outlook (who can go on a day, who waits);
- class_lines (a year of many households), poverty_by_village, poverty_counts, poverty_events,
  watch_list, classes_of, poverty_draft, standard_of, indicators; holidays, posting_end.

Where a case stands follows from these rows: `app.support.rules.case_state` (vote, posting, submission, open_remarks).
"""
