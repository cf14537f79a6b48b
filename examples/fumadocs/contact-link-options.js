/** Who is who on this site, and what links to them say. */
export default {
  // Skype has closed. The pages show its links all the same.
  retired: 'ignore',
  // Whom `@support` stands for, by service.
  contacts: {
    support: {
      name: 'the support team',
      teams: 'support@contoso.com',
      tel: '+1 201 555 0100'
    }
  },
  // What a link says that has no label of its own.
  labels: {
    teams: {chat: {one: 'Ask {targets}', several: 'Ask {targets} together'}}
  }
}
