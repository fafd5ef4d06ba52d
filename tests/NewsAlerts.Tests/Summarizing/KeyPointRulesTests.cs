using NewsAlerts.Summarizing.Embedded;

namespace NewsAlerts.Tests.Summarizing;

public sealed class KeyPointRulesTests
{
    [Theory]
    [InlineData("The harbour of Port Ellery reopened on Monday after two years of work.")]
    [InlineData("\"We have waited nine years for this,\" said Ines Calloway, who runs the island's only pharmacy.")]
    [InlineData("Calloway said she had waited nine years.")]
    [InlineData("When he opened the bridge, Mayor Tomas Reyk said nothing of its price.")]
    [InlineData("A pilot said he had seen the light.")]
    [InlineData("Both Marrow and Ellery will get a second ferry.")]
    [InlineData("There are 412 islanders on the list.")]
    [InlineData("It is not clear whether the board will raise the fare.")]
    [InlineData("This year the ferries carried 412,000 people to Marrow.")]
    [InlineData("Those who live on Marrow will pay half the fare.")]
    [InlineData("The owners' boats lay at the northern quay.")]
    [InlineData("It has been decided to close the northern quay.")]
    [InlineData("Fortunately, the ferry was empty.")]
    [InlineData("One person was hurt when the gangway fell.")]
    [InlineData("It emerged on Monday that the quay is sinking.")]
    [InlineData("It took the board five years to open the quay.")]
    [InlineData("It is now generally accepted that the quay is sinking.")]
    [InlineData("When it comes to fares, the board has the last word.")]
    [InlineData("These days the ferry carries more cars than passengers.")]
    [InlineData("As a young girl, Calloway watched the ferries from the northern quay.")]
    [InlineData("Because the roof leaks, the customs house will close.")]
    public void A_sentence_that_can_be_read_alone_breaks_no_rule(string text)
    {
        Assert.Equal(KeyPointFault.None, KeyPointRules.FaultOf(text, "en"));
    }

    [Theory]
    [InlineData("He did not say more about the fare.")]
    [InlineData("\"We have waited nine years for this,\" she said.")]
    [InlineData("After the vote on Monday, he left the hall without a word.")]
    [InlineData("They will move to the northern quay in October.")]
    [InlineData("It carries 240 passengers and 31 cars.")]
    [InlineData("This would make the island a suburb of Port Ellery.")]
    [InlineData("But what the board wants is another matter.")]
    [InlineData("The last one was caught in February after a campaign of 16 months.")]
    [InlineData("The result surprised even those who had ordered the ship.")]
    [InlineData("Other islands have had their bridge for years.")]
    [InlineData("I want to see the bridge before it is too late.")]
    [InlineData("Alas, both are to be closed in May.")]
    [InlineData("Previously, she had run the island's pharmacy.")]
    [InlineData("Before it entered service in September, the council had kept the old ferry.")]
    [InlineData("It said the fishermen would have to wait for the second quay.")]
    [InlineData("It also said: 'The fishermen will have to wait.'")]
    [InlineData("It was first posted by a fisherman on Monday.")]
    [InlineData("One recently received a medal of the coast guard.")]
    [InlineData("It took them five years to open the quay.")]
    [InlineData("As a young girl, she watched the ferries from the northern quay.")]
    [InlineData("Because the roof of the customs house leaks.")]
    public void What_leans_on_another_sentence_is_no_key_point(string text)
    {
        Assert.Equal(KeyPointFault.Leans, KeyPointRules.FaultOf(text, "en"));
    }

    [Theory]
    [InlineData("\"We have waited nine years for this, said Ines Calloway.")]
    [InlineData("We have waited nine years for this,” said Ines Calloway.")]
    [InlineData("“We have waited nine years for this.”")]
    [InlineData("The board called the fare 'fair and modest on Monday.")]
    [InlineData("The ferry (the second of its kind sails in May.")]
    [InlineData("The fare is fair,? the board said on Monday.")]
    public void Half_a_quotation_or_one_that_nobody_says_is_no_key_point(string text)
    {
        Assert.Equal(KeyPointFault.HalfQuotation, KeyPointRules.FaultOf(text, "en"));
    }

    [Theory]
    [InlineData("de", "Sie kehrten im Herbst an den See zurück.")]
    [InlineData("fr", "Elle a rouvert le port lundi.")]
    [InlineData("es", "Ellos volverán al puerto en octubre.")]
    [InlineData("vi", "Họ sẽ chuyển sang bến phía bắc vào tháng Mười.")]
    public void Other_languages_lean_with_their_own_words(string language, string text)
    {
        Assert.Equal(KeyPointFault.Leans, KeyPointRules.FaultOf(text, language));
    }

    [Theory]
    [InlineData("de", "„Wir haben neun Jahre gewartet“, sagte Ines Calloway.")]
    [InlineData("de", "Es gibt am See wieder 140 Kraniche.")]
    [InlineData("fr", "Cette semaine, le port d'Ellery rouvre ses quais.")]
    [InlineData("fr", "« Nous avons attendu neuf ans », a dit Ines Calloway.")]
    [InlineData("vi", "Ông Trần nói cảng sẽ mở lại vào thứ Hai.")]
    [InlineData("ja", "「九年待った」と店主は話した。")]
    public void Other_languages_quote_and_name_in_their_own_way(string language, string text)
    {
        Assert.Equal(KeyPointFault.None, KeyPointRules.FaultOf(text, language));
    }

    [Fact]
    public void Forty_words_are_the_most()
    {
        var sentence = "The board " + string.Join(' ', Enumerable.Repeat("quay", 38));

        Assert.Equal(KeyPointFault.None, KeyPointRules.FaultOf(sentence + ".", "en"));
        Assert.Equal(KeyPointFault.TooLong, KeyPointRules.FaultOf(sentence + " quay.", "en"));
        Assert.Equal(KeyPointFault.TooLong, KeyPointRules.FaultOf(new string('港', 82), "zh"));
    }

    [Theory]
    [InlineData("fr", "Mais le port d'Ellery a rouvert lundi.", "Le port d'Ellery a rouvert lundi.")]
    [InlineData("es", "Sin embargo, el puerto abrirá en octubre.", "El puerto abrirá en octubre.")]
    [InlineData("de", "Aber der Hafen öffnet erst im Oktober.", "Der Hafen öffnet erst im Oktober.")]
    [InlineData("vi", "Tuy nhiên, cảng Ellery mở lại vào thứ Hai.", "Cảng Ellery mở lại vào thứ Hai.")]
    [InlineData("en", "And yet, however, the harbour reopened on Monday.", "The harbour reopened on Monday.")]
    [InlineData("en", "But for the storm, the ferry would have sailed.", "But for the storm, the ferry would have sailed.")]
    [InlineData("en", "In addition, the harbour reopened on Monday.", "The harbour reopened on Monday.")]
    public void A_joining_word_goes_where_the_sentence_stands_without_it(string language, string sentence, string text)
    {
        Assert.Equal(text, KeyPointText.Of(sentence, language, mayOpenStory: false));
    }
}
