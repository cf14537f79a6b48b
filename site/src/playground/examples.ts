/** The examples of the playground, by name; it starts with the first. */
export const examples: Readonly<Record<string, string>> = {
  'A page of contacts': `# Contact

Write to [[mailto:help@contoso.com subject="My order"]], call [[tel:call +1 201 555 0123]],
or [[teams:chat alice@contoso.com|ask *Alice*]].

This one is wrong; its underline offers a fix: [[tel:cal +1 201 555 0123]].
`,
  'Address book': `[[teams:chat @support]], [[tel:call @support]] or [[mailto:@support]]
`,
  'Chats and meetings': `* [[slack:channel C0123456789 team=T0123456789|Our channel]]
* [[discord:join abc123|Our server]]
* [[zoom:join 1234567890|The weekly call]]
* [[jitsi:OurWeeklySync|A room for all]]
`,
  'Where this began': `[[skype:call echo123;echo-chinese]]
`,
};

/** Options that the examples need, by name. */
export const exampleOptions: Readonly<Record<string, object>> = {
  'Address book': {
    contacts: {
      support: {
        name: 'the support team',
        mailto: 'support@contoso.com',
        teams: 'support@contoso.com',
        tel: '+1 201 555 0100',
      },
    },
  },
};
