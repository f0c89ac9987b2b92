import type { ICustomerProfile } from "@livechat/agent-app-sdk";

/** Every field with a value, in the order in which all measured extensions show them. */
export function fields(customer: ICustomerProfile): [label: string, value: string][] {
  const { chat, geolocation: place = {} as Partial<ICustomerProfile["geolocation"]> } = customer;
  const known: [string, string | undefined][] = [
    ["Id", customer.id],
    ["Name", customer.name],
    ["Email", customer.email],
    ["Source", customer.source],
    ["Thread", chat.id],
    ["Chat", chat.chat_id],
    ["Group", chat.groupID],
    ["City", place.city],
    ["Country", place.country],
    ["Country code", place.country_code],
    ["Region", place.region],
    ["Zip code", place.zipcode],
    ["Time zone", place.timezone],
    ["Latitude", place.latitude],
    ["Longitude", place.longitude],
    ...(chat.preChatSurvey ?? []).map(({ question, answer }): [string, string] => [question, answer]),
    ...Object.entries(customer.customVariables ?? {}),
  ];
  return known.filter((field): field is [string, string] => field[1] !== undefined);
}
