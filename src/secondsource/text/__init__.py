"""Words as a page gives them: its parts and makers, sentences and quotations, languages, dates and folded names."""
