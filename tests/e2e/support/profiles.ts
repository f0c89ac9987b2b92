/** The sample of the Agent App's documentation, plus every other field of a profile. */
export const mary = {
  id: "S126126161.O136OJPO1",
  name: "Mary Brown",
  email: "mary.brown@email.com",
  chat: {
    id: "NY0U96PIT4",
    chat_id: "PW94SJTGW6",
    groupID: "42",
    preChatSurvey: [{ question: "What is it about?", answer: "An order that is late" }],
  },
  source: "chats",
  geolocation: {
    city: "Wroclaw",
    country: "Poland",
    country_code: "PL",
    latitude: "51.1093",
    longitude: "17.0248",
    region: "Dolnoslaskie",
    timezone: "Europe/Warsaw",
    zipcode: "50-001",
  },
  customVariables: { plan: "Business" },
};

export const endless = {
  id: "S1".padEnd(200, "0"),
  name: "Wolfeschlegelsteinhausenbergerdorff".repeat(4),
  email: `${"very.long.address.".repeat(12)}@example.com`,
  chat: { id: "X".repeat(120), groupID: "42" },
  source: "somewhere_new",
  geolocation: { city: "Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch", country: "Wales" },
};
