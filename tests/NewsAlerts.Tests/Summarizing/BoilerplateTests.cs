using NewsAlerts.Summarizing.Embedded;
using Xunit;

namespace NewsAlerts.Tests.Summarizing;

public sealed class BoilerplateTests
{
    [Theory]
    [InlineData("ALSO READ | Why the lighthouse went dark")]
    [InlineData("Also read: Why the lighthouse went dark.")]
    [InlineData("Read more about the lighthouse here.")]
    [InlineData("Watch the ferry leave the harbour » .")]
    [InlineData("E-mail to a friend .")]
    [InlineData("Lire aussi : le phare s'éteint")]
    [InlineData("Photo: A. Calloway/Harbour News")]
    [InlineData("The ferry leaves the harbour (File photo)")]
    [InlineData("Image source, Getty Images")]
    [InlineData("Calloway, second from right, greets the crew of the ferry in Port Ellery.")]
    [InlineData("The crew of the ferry at the quay Write caption here .")]
    [InlineData("The new ferry is here! pic.twitter.com/a1b2c3d4e5")]
    [InlineData("Bến cảng Ellery (Ảnh: Trần Văn A)")]
    [InlineData("Follow us on Facebook for more.")]
    [InlineData("On this page you will find today's transcript and a place to request a copy.")]
    [InlineData("Please note that there may be a delay between the video and the transcript.")]
    [InlineData("Share this article with your friends")]
    [InlineData("Sign up for our daily newsletter.")]
    [InlineData("By Ines Calloway and Tomas Reyk")]
    [InlineData("Tomas Reyk contributed to this report.")]
    [InlineData("This article was amended on 3 August to correct a name.")]
    [InlineData("Copyright 2024 Harbour News.")]
    [InlineData("All rights reserved.")]
    [InlineData("Good morning from Port Ellery.")]
    [InlineData("Hello everyone, and welcome!")]
    [InlineData("Dear readers,")]
    [InlineData("This week: a ferry that would not leave.")]
    public void It_is_not_of_the_story(string sentence)
    {
        Assert.True(Boilerplate.Is(sentence));
    }

    [Theory]
    [InlineData("The photo shows the ferry on its first day.")]
    [InlineData("Shares in the ferry company rose by 4 per cent on Monday.")]
    [InlineData("More than 400 islanders signed the letter.")]
    [InlineData("The ministry said that readers of the register had been warned.")]
    [InlineData("By Monday the harbour was full again.")]
    [InlineData("Watching the ferry leave, islanders cheered.")]
    [InlineData("Correcting the chart took the engineers two weeks.")]
    [InlineData("The top court ruled against the harbour board on Friday.")]
    [InlineData("Commenting on the fare, the board said that it was fair.")]
    [InlineData("Hi-tech buoys now mark the channel.")]
    [InlineData("Welcome rain fell on the island on Friday.")]
    [InlineData("This week the harbour board meets again.")]
    [InlineData("Sources in the harbour board confirmed the plan.")]
    public void It_is_of_the_story(string sentence)
    {
        Assert.False(Boilerplate.Is(sentence));
    }

    /// <summary>One of each first three letters that <see cref="Boilerplate"/> lets through to its patterns.</summary>
    [Theory]
    [InlineData(
        "Abonnez-vous|Additional reporting by Tomas Reyk|Advertisement|All rights reserved|Also: the ferry|Article continues below|Assine a newsletter|Auch zum Thema|Author's note: names were changed"
        + "|Back to top|Baca juga: pelabuhan|Bild: Hafenamt|Bom dia a todos|Buenos días a todos|Buongiorno a tutti|By Ines Calloway|Check out the harbour »|Chers lecteurs|Chia sẻ bài này|Click here|Clip: the ferry"
        + "|Coming up: the ferry|Comments|Compiled by the harbour desk|Continue reading|Copyright Harbour News|Credit: A. Calloway|Dear readers|Do you have a story?|Don't miss: the ferry|Download our free app")]
    [InlineData(
        "E-mail this|Editing by Ines Calloway|Email us|Explained: the fare|Explore the harbour »|File photo|Filed under harbours|Find out more »|First published: 3 May|Follow us|For more news, visit the harbour"
        + "|Foto: Hafenamt|From Ines Calloway|Further: the fare|Get our stories in your inbox|Getty Images|Go inside the lighthouse »|Good evening all|Got a tip?|Graphic: the fare|Greetings all|Guten Morgen"
        + "|Happy Monday|Have your say|Hear the foghorn »|Hello all|Hi all|Hi! The ferry|Illustration: A. Reyk|Image: A. Reyk|In pictures: the ferry|Inscrivez-vous|Join our list|Last updated: 3 May|Latest: the ferry")]
    [InlineData(
        "Learn to sail »|Lea también|Leer también|Leggi anche|Leia mais|Lees ook|Lesen sie auch|Let us know|Liebe Leser|Like us|Lire aussi|Lisez aussi|Live updates: the ferry|Loading|Log in|Mehr zum Thema"
        + "|Modified: 3 May|More: the ferry|Must read: the ferry|Partager sur Facebook|Photo: A. Reyk|Picture: A. Reyk|Please subscribe|Por Ines Calloway|Posted: 3 May|Print this|Privacy policy"
        + "|Programming note|Promoted|Published: 3 May|Read more|Recommended: the ferry|Regardez aussi|Related: the ferry|Reporting by Tomas Reyk|Representational image: the ferry|Reuters/A. Reyk|Screengrab photo: the ferry|Scroll down")]
    [InlineData(
        "See also: the ferry|Send us your pictures|Share this|Siga-nos|Sign up|Similar: the ferry|Skip to content|Soma pia|Source: Harbour News|Sponsored|Story by Tomas Reyk|Subscribe|Suggested: the ferry|Suscríbete"
        + "|Tags: harbour|Take a look »|Teilen Sie dies|Tell us|Terms of use|Thanks for reading|Theo dõi chúng tôi|This issue: the ferry|Tin liên quan|Today's edition: the ferry|Top stories: the ferry|Trending: the ferry"
        + "|Tweet this|Until next week|Updated: 3 May|Vea también|Veja também|Ver también|Video: the ferry|View the harbour »|Visit our home page for more|Voir aussi|Von Ines Calloway|Watch: the ferry|We use cookies|Welcome back to the harbour"
        + "|What do you think|With inputs from agencies|Written by Tomas Reyk|Xem thêm|You can find it online|Your browser is old")]
    public void However_it_opens_it_is_found(string openings)
    {
        Assert.All(openings.Split('|'), opening => Assert.True(Boilerplate.Is(opening), opening));
    }

    [Theory]
    [InlineData("Note: names were changed.")]
    [InlineData("Correction: the ferry leaves at six.")]
    [InlineData("Clarification: the ferry leaves at six.")]
    [InlineData("Disclaimer: the author owns a boat.")]
    [InlineData("Editor's note: names were changed.")]
    [InlineData("Update: the ferry has left.")]
    public void A_note_introduces_the_story(string sentence)
    {
        Assert.True(Boilerplate.IsNote(sentence));
    }
}
