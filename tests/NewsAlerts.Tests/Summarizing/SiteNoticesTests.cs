using NewsAlerts.Summarizing.Embedded;
using Xunit;

namespace NewsAlerts.Tests.Summarizing;

public sealed class SiteNoticesTests
{
    [Theory]
    [InlineData("By clicking Accept you agree to our terms.")]
    [InlineData("We value your privacy")]
    [InlineData("We and our 214 partners store and access information on a device, such as cookies, to process personal data.")]
    [InlineData("You may click to consent or manage your choices at any time.")]
    [InlineData("Privacy Notice: Newsletters may contain information about charities, online ads, and content funded by outside parties.")]
    [InlineData("Donate £5 today to keep it that way.")]
    [InlineData("Please support our journalism with a gift of £3 a month.")]
    [InlineData("Register to read on.")]
    [InlineData("This article is free to read thanks to our supporters.")]
    [InlineData("You have 2 free articles left this month.")]
    [InlineData("Already a member?")]
    [InlineData("Transcripts are created on a rush deadline and may not be in their final form.")]
    [InlineData("This interview has been edited for length and clarity.")]
    [InlineData("FOR IMMEDIATE RELEASE")]
    [InlineData("What you need to know")]
    [InlineData("Here's why it matters.")]
    [InlineData("Issued: 10:14 on Wed 25 Nov. Valid from 18:00 Wed to 09:00 Thu.")]
    [InlineData("From Tarn Public Radio, this is The Long Wait.")]
    [InlineData("If you have been affected by the issues in this story, help is available from the Corran Care Line.")]
    [InlineData("Dieses Interview wurde gekürzt und redigiert.")]
    [InlineData("En cliquant sur « Accepter », vous acceptez nos conditions.")]
    [InlineData("Cet article est réservé aux abonnés.")]
    [InlineData("Utilizamos cookies para mejorar su experiencia.")]
    public void A_site_s_own_words_are_no_news(string sentence)
    {
        Assert.True(SiteNotices.Are(sentence));
    }

    [Theory]
    [InlineData("By using the northern quay, the ferries save 20 minutes.")]
    [InlineData("We value the harbour, the board wrote in its letter.")]
    [InlineData("You may have seen the new ferry, the Sandpiper, on the quay.")]
    [InlineData("Privacy laws will apply to the harbour's cameras from May.")]
    [InlineData("Support for the bridge has fallen to 41 per cent.")]
    [InlineData("This article of the treaty forbids fishing at night.")]
    [InlineData("Registered pilots may enter the harbour at night.")]
    [InlineData("For immediate repairs the board has 2 million crowns.")]
    [InlineData("News of the storm reached Marrow at noon.")]
    [InlineData("What you need to know about the fare is on the board's page, said the council.")]
    [InlineData("Valid tickets will be exchanged at the harbour.")]
    [InlineData("From Marrow, this is a trip of two hours for the ferry's 240 passengers and 31 cars, which the old boat could not carry.")]
    [InlineData("This interview with the harbour master was the first in nine years.")]
    public void A_story_s_sentence_is_not_taken_for_one(string sentence)
    {
        Assert.False(SiteNotices.Are(sentence));
    }
}
