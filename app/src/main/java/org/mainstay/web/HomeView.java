package org.mainstay.web;

import java.util.List;

/// A list of the home page.
public record HomeView(String title, String href, List<ListView.Row> rows) {}
