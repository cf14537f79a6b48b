/** What the pictures show, for people who do not see them. */
export const texts = {
  playground:
    'An editor with Markdown: a mail address, a phone number and a Teams chat as contact links, one of them underlined as wrong. Beside it, the page with its links.',
  fix: 'In an editor, the word “cal” of the contact link [[tel:cal +1 201 555 0123]] is underlined. A message above it says: Unknown action “cal” for tel; did you mean “call”? A button writes that.',
  completion:
    'In an editor, after “[[te”, a list offers teams, tel and other services. Beside the list is what the first one is for: calls, chats and meetings in Microsoft Teams.',
  terminal:
    'The output of “contact-links check .” in a terminal: for each wrong link its line, what is wrong, and what to write instead.',
};
