-- What a dry run told is done once, however often somebody presses the button.
create unique index job_applies on kernel.job ((payload ->> 'applies')) where payload ->> 'applies' is not null;
