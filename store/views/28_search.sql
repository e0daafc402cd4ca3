-- search_key(text): a text as it is compared with what a reader types: Arabic digits, lower case,
-- no spaces.
create or replace macro search_key(words) as
    replace(lower(translate(words, '๐๑๒๓๔๕๖๗๘๙', '0123456789')), ' ', '');

-- has_words(text, searched): whether every word of the list stands in the text.
create or replace macro has_words(words, searched) as
    len(list_filter(searched, lambda word: contains(search_key(words), word))) = len(searched);
