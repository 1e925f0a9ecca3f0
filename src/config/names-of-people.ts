/** What people are called: by e-mail address everywhere but in a SCIM directory, whose user names may be any text. */
const emailAddress = /^[^\s@]+@[^\s@]+$/;

export function isEmailAddress(name: string): boolean {
  return emailAddress.test(name);
}

/** Whether members of an organization of this type may have names that are no e-mail addresses. */
export function takesUserNames(type: string | undefined): boolean {
  return type === 'scim';
}
