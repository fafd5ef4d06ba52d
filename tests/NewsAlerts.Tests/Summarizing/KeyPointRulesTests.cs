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
    [InlineData("\"After that I could not see a child beside water without wanting to know whether it could swim,\" she wrote in her memoir.")]
    [InlineData("\"Nobody had heated it since the war,\" he told the board.")]
    [InlineData("\"Calloway was never late,\" they said.")]
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
    [InlineData("de", "Das sagte sie am Montag in Corran.")]
    [InlineData("de", "Dessen Vorsitzende, Dr. Maren Holt, zeigte sich erleichtert.")]
    [InlineData("de", "Ihm zufolge kostet die Brücke 48 Millionen Euro.")]
    [InlineData("de", "„Die alte Brücke reicht noch 30 Jahre“, sagte sie.")]
    [InlineData("fr", "« Nous n'avons plus le choix », a-t-il déclaré devant des parents en colère.")]
    [InlineData("fr", "Selon lui, chaque école coûte 1,1 million d'euros par an.")]
    [InlineData("fr", "Celles-ci avaient été fermées en 2014.")]
    [InlineData("fr", "De son côté, l'opposition dénonce un coût trop élevé.")]
    [InlineData("es", "\"Es una promesa cumplida\", dijo.")]
    [InlineData("es", "\"Es una promesa cumplida\", dijo ante la prensa.")]
    [InlineData("es", "Según ella, cada línea llevará a 200.000 viajeros al año.")]
    [InlineData("es", "Por su parte, la oposición critica el coste.")]
    [InlineData("pt", "Segundo ele, a ponte custa 48 milhões de euros.")]
    [InlineData("it", "Secondo lui, il ponte costa 48 milioni di euro.")]
    [InlineData("nl", "„De brug is veilig”, zei hij.")]
    [InlineData("zh", "该桥预计耗资4.8亿元，原定2029年完工。")]
    [InlineData("zh", "“旧桥还能用30年，”他说。")]
    [InlineData("ja", "一方、建設に反対していた市民団体は決定を歓迎した。")]
    [InlineData("ja", "「古い橋はあと30年使える」と話した。")]
    [InlineData("ko", "그는 트럭이 앞으로도 17km를 우회해야 한다고 덧붙였다.")]
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
    [InlineData("de", "Das Rathaus von Corran wird im Mai geschlossen.")]
    [InlineData("de", "„Die alte Brücke reicht noch 30 Jahre“, sagte die Bürgermeisterin.")]
    [InlineData("fr", "« Nous n'avons plus le choix », a déclaré le maire devant des parents en colère.")]
    [InlineData("fr", "Selon Luc Ferrand, chaque école coûte 1,1 million d'euros par an.")]
    [InlineData("fr", "« Nous n'avons plus le choix » : le maire a-t-il menti aux parents ?")]
    [InlineData("es", "\"No vamos a negociar bajo amenazas\", dijo su director, Pablo Ruiz.")]
    [InlineData("es", "Según la alcaldesa, Elena Ruiz, el juicio podría empezar en otoño.")]
    [InlineData("zh", "市长伊尔莎·布兰特表示，这是“一个严重的错误”。")]
    [InlineData("ja", "この冬、アルダー市の橋が閉鎖される。")]
    [InlineData("ja", "「古い橋はあと30年使える」とホルトさんは話した。")]
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
