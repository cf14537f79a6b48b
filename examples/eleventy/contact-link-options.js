/** Who is who on this site, and what links to them say. */
export default {
  // Skype has closed. The pages show its links all the same.
  retired: 'ignore',
  // The address book: the addresses of `@support`, by service.
  contacts: {
    support: {
      name: 'the support team',
      teams: 'support@contoso.com',
      tel: '+1 201 555 0100'
    }
  },
  // What links without a label say.
  labels: {
    teams: {chat: {one: 'Ask {targets}', several: 'Ask {targets} together'}}
  }
}
