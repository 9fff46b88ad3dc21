package org.mainstay.kernel.job;

import java.time.Duration;

/// Work that comes round, on one node at a time; contributed as a bean.
///
/// @param name stable; names its row in the scheduler's table
/// @param interval between the end of one run and the start of the next
public record RecurringJob(String name, Duration interval, Runnable work) {}
