using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;
using NewsAlerts.Summarizing;
using NewsAlerts.Summarizing.Embedded;
using NewsAlerts.Summarizing.Headlines;
using Xunit;

namespace NewsAlerts.Tests.Summarizing;

/// <summary>A headline says what its lead says: not the half that the lead takes back, not a verb without what it is about.</summary>
public sealed class TruthfulHeadlineTests
{
    [Theory]
    [InlineData(
        "The vaccine was said to cause tarnosis, a claim that 14 studies have since shown to be false, according to a review in Cell Notes.",
        "Vaccine was said to cause tarnosis, claim that 14 studies have since shown to be false")]
    [InlineData(
        "The mayor took a bribe of 86,000 crowns from a developer, according to an anonymous letter that she has called \"a pack of lies\" and that police have found to be forged.",
        "The mayor took a bribe of 86,000 crowns from a developer, according to an anonymous letter that she has called \"a pack of lies\" and that police have found to be forged")]
    [InlineData("The bridge has collapsed, said a report that the board has denied.", "Bridge collapsed, said report that board has denied")]
    public void What_a_lead_takes_back_its_headline_takes_back(string lead, string headline)
    {
        Assert.Equal(headline, Capitalised(EnglishCompressor.Compress(lead)));
    }

    [Theory]
    [InlineData("The painting was long believed to be a forgery. Experts at the Corran museum said on Monday that it is worth 9 million crowns.", "Experts at Corran museum said that it is worth 9 million crowns")]
    [InlineData("Doctors long thought that the fever came from bad air. Engineers in Ostrey found it in the water of nine wells on Monday.", "Engineers in Ostrey found it in water of nine wells")]
    [InlineData("The insect was thought to drink only dew. Biologists in Ostrey have filmed 40 of the beetles as they drank fog.", "Biologists in Ostrey filmed 40 of beetles as they drank fog")]
    public async Task What_was_once_believed_is_no_headline(string text, string headline)
    {
        Assert.Equal(headline, await HeadlineOfAsync(text));
    }

    [Theory]
    [InlineData("Police have denied a claim by the activist Rhea Castell that officers beat a protester at the Tarn dam on Sunday.", "denied claim")]
    [InlineData("Reports that the Tarn dam has collapsed are false, the water authority said on Sunday.", "are false")]
    [InlineData("Two men arrested with forged papers in Port Ellery have been released without charge.", "arrested with forged papers")]
    public void What_a_lead_denies_itself_is_its_headline(string lead, string kept)
    {
        Assert.Contains(kept, EnglishCompressor.Compress(lead), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Karl Veles, the former president, has accused his nephew Anton Veles, the president, of selling state land to friends at a third of its value.", "of selling state land")]
    [InlineData("The mayor has called the government's plan to move the port \"a declaration of war on this city\".", "\"a declaration of war on this city\"")]
    [InlineData("Fewer than half of the 2,600 miners in Upper Tarn would take a job in another industry, a poll by Kantis for the coal union suggests.", "in another industry")]
    [InlineData("Veles told the U.N. on Monday that the dam would be repaired by May.", "told U.N. that dam would be repaired")]
    public void A_verb_keeps_what_it_is_about(string lead, string kept)
    {
        Assert.Contains(kept, EnglishCompressor.Compress(lead), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("A cargo ship ran aground off Cape Sorrow early on Wednesday with 18 crew on board, the coastguard said.", "Cargo ship ran aground off Cape Sorrow with 18 crew on board")]
    [InlineData("A goods train came off the rails late on Monday near Ostrey with 40 tonnes of coal on board, the operator said.", "Goods train came off rails near Ostrey with 40 tonnes of coal on board")]
    [InlineData("The board closed the northern quay on Sunday night after the storm.", "Board closed northern quay after storm")]
    public void A_day_goes_with_the_words_that_say_more_about_it(string lead, string headline)
    {
        Assert.Equal(headline, Capitalised(EnglishCompressor.Compress(lead)));
    }

    [Fact]
    public void An_abbreviation_at_the_end_keeps_its_stop()
    {
        Assert.EndsWith("to U.N.", EnglishCompressor.Compress("The council of Port Ellery has taken its case to the U.N."), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("de", "Die Polizei in Corran hat einen 19-Jährigen festgenommen, der versucht haben soll, das Rathaus anzuzünden.", "Die Polizei in Corran hat einen 19-Jährigen festgenommen")]
    [InlineData("es", "La empresa Navíos del Tarn demandó este lunes al puerto de Corrán por 12 millones de euros.", "La empresa Navíos del Tarn demandó este lunes al puerto de Corrán…")]
    [InlineData("fr", "La ministre des Transports, Odile Ferrand, a présenté mercredi un plan de 900 millions d'euros pour les trains de nuit.", "La ministre des Transports, Odile Ferrand, a présenté mercredi un plan…")]
    [InlineData(
        "es",
        "La alcaldesa de Corrán cobró 86.000 euros de un constructor en mayo, según una carta anónima que la policía considera falsa.",
        "La alcaldesa de Corrán cobró 86.000 euros de un constructor en mayo, según una carta anónima que la policía considera falsa")]
    public async Task In_other_languages_too_a_headline_ends_where_its_sense_does(string language, string lead, string headline)
    {
        Assert.Equal(headline, await HeadlineOfAsync(lead, language));
    }

    private static string Capitalised(string text) => char.ToUpperInvariant(text[0]) + text[1..];

    private static async Task<string> HeadlineOfAsync(string text, string language = "en") =>
        (await new EmbeddedSummarizer(Options.Create(new SummarizeOptions()), new FakeTimeProvider()).SummarizeAsync(AnArticle.With(text, language), default)).Headline;
}
